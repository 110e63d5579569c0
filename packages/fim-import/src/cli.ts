import { fimProgram } from './fim.js';
import { languageOf, speak } from './language.js';

// `fim inspect … | head`: who reads has had enough, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

speak(languageOf(process.argv, process.env));
await fimProgram().parseAsync();
