/** Names that ESLint 8 to 10 look for, and the manifest, which may hold `eslintConfig` and says what is installed. */
const NAME =
  /(?:^|[\\/])(?:eslint\.config\.[cm]?[jt]s|\.eslintrc(?:\.(?:c?js|ya?ml|json))?|\.eslintignore|package\.json)$/u;
const DEPENDENCY = /(?:^|[\\/])node_modules[\\/]/u;

/**
 * Whether a change of this file may change what ESLint has configured. Files that a configuration
 * imports cannot be told by their names, and dependencies are left out: an installation that
 * changes thousands of their manifests changes the workspace's own as well.
 */
export function isEslintConfiguration(path: string): boolean {
  return NAME.test(path) && !DEPENDENCY.test(path);
}
