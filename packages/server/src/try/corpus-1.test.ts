import { triesEverySchema } from './corpus.test-support.js';

triesEverySchema(1, 2);
