import type { Response } from 'express';
import type { CmisBehaviour } from './behaviour.js';

/** Answers what was done, or what a bad day makes of the answer. */
export function send(response: Response, status: number, content: object, behaviour: CmisBehaviour): void {
  const json = JSON.stringify(content);
  switch (behaviour) {
    case 'timeoutAfterCommit':
      return;
    case 'cutAfterCommit':
      return void response.socket?.destroy();
    case 'failAfterCommit':
      return void response.status(500).json({ exception: 'runtime', message: 'Unerwarteter Fehler (Störung vorgeführt).' });
    case 'wrongContentType':
      return void response.status(200).type('html').send('<!doctype html><title>Anmeldung</title>');
    case 'garbage':
      return void response.status(status).type('json').send(json.slice(0, 20));
    case 'answerTwice': {
      const answer = `HTTP/1.1 ${status} OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
      return void response.socket?.end(answer + answer);
    }
    default:
      return void response.status(status).json(content);
  }
}
