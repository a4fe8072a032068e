import { describeFaults } from '../../../support/faults/matrix';
import { changing } from '../../../support/faults/operations';

describeFaults(changing);
