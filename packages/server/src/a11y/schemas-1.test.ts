import { everybodyCanUseSchemas } from './published.test-support.js';

everybodyCanUseSchemas(1, 2);
