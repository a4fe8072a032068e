import { describeContract } from '../../support/contract/describeContract';
import { operationsOf } from '../../support/registry/groups';

describeContract(operationsOf('webinars'));
