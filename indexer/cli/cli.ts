/** Entry of the `gongbao` command. */
import { runCli } from './program.ts';

// `gongbao search … | head` closes the pipe when it has seen enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const code = await runCli(process.argv.slice(2));
// Everything has been closed in order; what is left, such as a client's request timer, must not hold the command up.
process.stdout.write('', () => process.exit(code));
