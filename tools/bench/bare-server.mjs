// The baseline of the page measurements: Express and one Handlebars template, nothing stored, nothing checked.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(join(root, 'packages/server/package.json'));
const express = require('express');
const Handlebars = require('handlebars');

const page = Handlebars.compile(
  '<!doctype html><html lang="de"><title>{{title}}</title><h1>{{title}}</h1><form method="post">{{#each fields}}<label for="{{name}}">{{label}}</label><input id="{{name}}" name="{{name}}" value="{{value}}">{{/each}}<button>Weiter</button></form></html>',
);
const view = {
  title: 'Seite',
  fields: Array.from({ length: 10 }, (_, index) => ({ name: `f${index}`, label: `Frage ${index}`, value: '' })),
};

const app = express();
app.use(express.urlencoded({ extended: false }));
app.get('/', (_request, response) => response.send(page(view)));
app.post('/', (_request, response) => response.redirect(303, '/'));
const server = app.listen(0, '127.0.0.1', () => console.log(`READY ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
