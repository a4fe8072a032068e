import { describeFaults } from '../../../support/faults/matrix';
import { reading } from '../../../support/faults/operations';

describeFaults(reading);
