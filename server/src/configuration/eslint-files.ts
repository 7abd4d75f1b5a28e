/** Whether a file of this name says how ESLint is configured. */
export function isEslintConfiguration(name: string): boolean {
  return /^eslint\.config\.[cm]?[jt]s$|^\.eslintrc(\.\w+)?$/.test(name);
}
