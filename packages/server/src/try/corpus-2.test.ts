import { triesEverySchema } from './corpus.test-support.js';

triesEverySchema(2, 2);
