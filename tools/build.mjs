import { build } from './workspace.mjs';

build();
