/**
 * Every library the engine knows, as rows of data. Rows of a library may stand in several
 * entries of the same name: what blocks in one, what runs callbacks in another.
 */
import { frameworks } from './frameworks.js';
import { packages } from './packages.js';
import { platform } from './platform.js';
import type { Library } from './schema.js';

export { resourceShapes } from './resource-shapes.js';
export { shapes } from './shapes.js';

/** Part of the key of cached facts: raise it whenever rows change. */
export const CATALOG_VERSION = '5';

/**
 * Order matters only between rows that match the same call: the first wins, rows of a type
 * before rows of its supertypes.
 */
export const libraries: readonly Library[] = [...platform, ...packages, ...frameworks];
