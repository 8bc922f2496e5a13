/** Entry of the `gongbao` command. */
import { runCli } from './program.ts';

const code = await runCli(process.argv.slice(2));
// Everything has been closed in order; what is left, such as a client's request timer, must not hold the command up.
process.stdout.write('', () => process.exit(code));
