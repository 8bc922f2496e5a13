// What `electron [flags] <folder>` runs: finds the folder's package.json, takes its name and version, starts its main file.
// Stands in for the default application of Electron's own distribution, which the runtime from npm lacks.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));

if (process.argv.includes('--version')) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
} else if (folder === undefined) {
  console.error('usage: electron [flags] <folder of an application>');
  process.exit(2);
} else {
  const root = resolve(folder);
  const { name, productName, version, main } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setAppPath(root);
  require(resolve(root, main));
}
