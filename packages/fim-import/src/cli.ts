import { fimProgram } from './fim.js';
import { languageOf, speak } from './language.js';

speak(languageOf(process.argv, process.env));
await fimProgram().parseAsync();
