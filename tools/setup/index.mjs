import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from '../launch/children.mjs';
import { during, findJava, hasMaven, isInstalled, NEO4J_VERSION, PlainError, tail } from '../neo4j-local/index.mjs';
import { findChromium } from './chromium.mjs';

function hasJava() {
  try {
    return Boolean(findJava(NEO4J_VERSION));
  } catch {
    return false;
  }
}

function hasChineseFont() {
  const answer = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8', timeout: 20_000 });
  return answer.status === 0 && answer.stdout.trim() !== '';
}

/**
 * What the system must bring, and the Debian package that brings it.
 * @param {{ database: boolean, forTests: boolean }} purpose
 */
function missing({ database, forTests }) {
  const wanted = [
    { packages: ['default-jre-headless'], there: !database || hasJava() },
    { packages: ['maven'], there: !database || isInstalled() || hasMaven() },
    { packages: ['chromium'], there: !forTests || findChromium() !== undefined },
    { packages: ['fontconfig', 'fonts-noto-cjk'], there: !forTests || hasChineseFont() },
  ];
  return wanted.filter(({ there }) => !there).flatMap(({ packages }) => packages);
}

/**
 * Sees to Java, Maven and, for tests, a browser with Chinese fonts. On Debian as root it installs what is missing, saying so;
 * never in live mode. Elsewhere one sentence says what to install.
 * @param {{ database?: boolean, forTests?: boolean, live?: boolean, say: (line: string) => void }} options
 */
export async function ensureSystem({ database = true, forTests = false, live = false, say }) {
  const packages = missing({ database, forTests });
  if (packages.length === 0) return;
  const debian = existsSync('/etc/debian_version') && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (live || !debian || process.getuid?.() !== 0) throw new PlainError(sentence(packages, debian));
  say(`Installing with apt-get, because it is missing: ${packages.join(', ')}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await during(say, 'Asking which packages there are', run('apt-get', ['update', '-qq'], { env }));
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { code, output } = await during(say, 'Installing', run('apt-get', install, { env }));
  if (code !== 0) throw new PlainError(`${sentence(packages, true)} apt-get said:\n${tail(output, 8)}`);
}

/** @param {string[]} packages @param {boolean} debian */
function sentence(packages, debian) {
  const remedy = debian
    ? `as root run "apt-get install ${packages.join(' ')}"`
    : "install them with your system's package manager (Java 17, 21 or 25)";
  return `Missing on this machine: ${packages.join(', ')}: ${remedy}, then run this again.`;
}
