import { describeRuns } from '../../support/contract/describeRuns';
import { operationsOf } from '../../support/registry/groups';

describeRuns(operationsOf('others'));
