/**
 * A stand-in for the language server: `asking-process.js <folder> <file> [stay]` asks once and prints
 * the outcome. With `stay` it lives on until it is killed.
 */
import { WorkspaceEslint } from '#dist/eslint-config/index.js';

const [folder = '', file = '', stay] = process.argv.slice(2);
if (stay !== undefined) setInterval(() => undefined, 1_000);
const outcome = await new WorkspaceEslint({ folder, deadline: 60_000 }).ask([file]);
console.log(outcome.kind);
