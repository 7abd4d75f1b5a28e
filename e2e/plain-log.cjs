/**
 * Stands in for the module with which the editor writes logs and the Output panel. The original has to be compiled,
 * which a test bed should not need; without either, what extensions say would be lost.
 */
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  #level = 0;
  #plain = false;

  /** @param {string} file */
  constructor(file) {
    this.file = file;
    mkdirSync(dirname(file), { recursive: true });
  }

  /** @param {string} level @param {string} message */
  #write(level, message) {
    if (LEVELS.indexOf(level) < this.#level) return;
    appendFileSync(this.file, this.#plain ? message : `${new Date().toISOString()} [${level}] ${message}\n`);
  }

  /** @param {string} message */
  trace = message => this.#write('trace', message);
  /** @param {string} message */
  debug = message => this.#write('debug', message);
  /** @param {string} message */
  info = message => this.#write('info', message);
  /** @param {string} message */
  warn = message => this.#write('warn', message);
  /** @param {string} message */
  error = message => this.#write('error', message);
  /** @param {string} message */
  critical = message => this.#write('critical', message);

  getLevel = () => this.#level;
  /** @param {number} level */
  setLevel = level => {
    this.#level = level;
  };
  setPattern = () => {
    this.#plain = false;
  };
  clearFormatters = () => {
    this.#plain = true;
  };
  flush = () => undefined;
  drop = () => undefined;
}

/** @param {string} _name @param {string} file */
const create = async (_name, file) => new Logger(file);

exports.version = 0;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
