import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { ReceivedMail } from './mailbox.js';
import { mailboxHtml, styleSheet } from './render.js';

const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const time = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Berlin' });

/** `GET /`: all messages, the newest first. */
export async function mailboxPage(mails: () => readonly ReceivedMail[], port: number): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    const css = request.url === '/mailbox.css';
    response.setHeader('Content-Type', css ? 'text/css; charset=utf-8' : 'text/html; charset=utf-8');
    if (!css && request.url !== '/') response.statusCode = 404;
    response.end(css ? styleSheet : mailboxHtml({ mails: [...mails()].reverse().map((mail) => ({ ...mail, at: time.format(mail.at) })) }));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
