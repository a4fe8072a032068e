import { describeFaults } from '../../../support/faults/matrix';
import { creating } from '../../../support/faults/operations';

describeFaults(creating);
