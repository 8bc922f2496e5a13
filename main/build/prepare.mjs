// What `npm ci` runs at its end, so that `npx gongbao` works at once. Plain JavaScript: it must say what is amiss even
// where the tools that build are not installed. A build that fails does not fail the installation.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const tools = ['tsx', 'esbuild', 'vite'].filter((name) => !existsSync(resolve(root, 'node_modules', name)));

if (tools.length > 0) {
  console.error(`gongbao: not built, because ${tools.join(', ')} is not installed (npm ci installs it).`);
} else {
  const built = spawnSync(process.execPath, ['--import', 'tsx', 'main/build/build.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) console.error('gongbao: the build failed as said above; npm start builds again.');
}
