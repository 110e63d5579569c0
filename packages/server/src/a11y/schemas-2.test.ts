import { everybodyCanUseSchemas } from './published.test-support.js';

everybodyCanUseSchemas(2, 2);
