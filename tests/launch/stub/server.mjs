/** Stands in for the server where only the launcher is tried: speaks the same few lines and tells its process number. */
import { createServer } from 'node:http';

console.log('progress Preparing');
console.error('a line of its log');
createServer((_request, response) => response.end(String(process.pid))).listen(Number(process.env.PORT), process.env.HOST, () => {
  console.log('account tracer a-password tracer');
  console.log(`ready http://${process.env.HOST}:${process.env.PORT}`);
});
process.on('SIGTERM', () => process.exit(0));
