import { build, install } from './workspace.mjs';

install();
build();
console.log('Ready. Start the demonstration with "npm start"; "npx fim --help" and "npx serviceportal --help" show the commands.');
