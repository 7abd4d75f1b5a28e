/** Test runners: everything below a test is silent. */
import { test } from '../modes.js';
import type { Library } from '../schema.js';

const SUITES =
  'describe,it,test,suite,specify,context,bench,before,after,beforeEach,afterEach,beforeAll,afterAll,setup,teardown,suiteSetup,suiteTeardown';
const SKIPPED = 'xdescribe,xit,xtest,fdescribe,fit,ftest,xcontext,xspecify,onTestFailed,onTestFinished';
const VARIANTS =
  'only,skip,todo,concurrent,sequential,fails,failing,skipIf(),runIf(),each(),only.each(),skip.each(),concurrent.each(),for()';

export const testRunners: readonly Library[] = [
  {
    name: 'mocha',
    source: 'https://mochajs.org/#getting-started',
    callbacks: [
      { api: `{global:,mocha.}{${SUITES}}`, params: 'rest', mode: test },
      { api: `global:{${SKIPPED}}`, params: 'rest', mode: test },
      {
        api: `{global:,mocha.}{describe,it,test,suite,specify,context,fdescribe,xdescribe,fit,xit}.{${VARIANTS}}`,
        params: 'rest',
        mode: test,
      },
    ],
    fileRoutes: [
      {
        files: [
          '**/{__tests__,__mocks__,test,tests,spec,e2e,cypress,playwright}/**/*.{js,jsx,ts,tsx,mjs,cjs,mts,cts}',
          '**/*.{test,spec,e2e,e2e-spec,cy,bench}.{js,jsx,ts,tsx,mjs,cjs,mts,cts}',
        ],
        exports: ['*'],
        context: 'test',
      },
    ],
  },
  {
    name: 'jest',
    source: 'https://jestjs.io/docs/api',
    aliases: ['@jest/globals', '@swc/jest'],
    callbacks: [
      { api: `jest.{${SUITES},${SKIPPED}}`, params: 'rest', mode: test },
      { api: `jest.{describe,it,test}.{${VARIANTS}}`, params: 'rest', mode: test },
      {
        api: '{global:jest,jest.jest}.{fn,mock,doMock,unstable_mockModule,spyOn().mockImplementation,fn().mockImplementation,isolateModules,isolateModulesAsync}',
        params: 'rest',
        mode: test,
      },
      { api: '{global:expect,jest.expect}', params: [0], mode: test },
    ],
  },
  {
    name: 'vitest',
    source: 'https://vitest.dev/api/',
    aliases: ['bun:test'],
    callbacks: [
      { api: `vitest.{${SUITES},${SKIPPED}}`, params: 'rest', mode: test },
      { api: `vitest.{describe,it,test,suite,bench}.{${VARIANTS}}`, params: 'rest', mode: test },
      {
        api: '{global:vi,vitest.vi,vitest.vitest}.{fn,mock,doMock,hoisted,waitFor,waitUntil,spyOn().mockImplementation,fn().mockImplementation}',
        params: 'rest',
        mode: test,
      },
      { api: 'vitest.expect', params: [0], mode: test },
    ],
  },
  {
    name: 'ava',
    source: 'https://github.com/avajs/ava/blob/main/docs/01-writing-tests.md',
    callbacks: [
      { api: '{ava,ava.test}', params: 'rest', mode: test },
      {
        api: '{ava,ava.test}.{serial,only,skip,failing,todo,macro,before,after,beforeEach,afterEach,serial.before,serial.after,serial.only,after.always,afterEach.always}',
        params: 'rest',
        mode: test,
      },
    ],
  },
  {
    name: 'tape',
    source: 'https://github.com/tape-testing/tape#methods',
    aliases: ['tap', 'uvu', 'blue-tape', 'tape-promise/tape', 'zora', 'brittle', '@japa/runner'],
    callbacks: [
      { api: '{tape,tape.test}', params: 'rest', mode: test, gives: ['tape:Test'] },
      {
        api: 'tape.{only,skip,onFinish,onFailure,before,after,beforeEach,afterEach,teardown,suite,t.test,group}',
        params: 'rest',
        mode: test,
      },
      {
        api: 'tape:Test.{test,teardown,before,after,beforeEach,afterEach,throws,rejects}',
        params: 'rest',
        mode: test,
        gives: ['tape:Test'],
      },
    ],
    types: [{ type: 'tape:Test', from: ['tape.Test.new()'] }],
  },
  {
    name: 'jasmine',
    source: 'https://jasmine.github.io/api/edge/global',
    callbacks: [
      {
        api: 'jasmine.{describe,it,beforeEach,afterEach,beforeAll,afterAll,fit,xit,fdescribe,xdescribe}',
        params: 'rest',
        mode: test,
      },
    ],
  },
  {
    name: '@playwright/test',
    source: 'https://playwright.dev/docs/api/class-test',
    types: [
      {
        type: '@playwright/test:Test',
        from: ['@playwright/test.test', '@playwright/test._baseTest', '@playwright/test:Test.extend()'],
      },
    ],
    callbacks: [
      { api: '@playwright/test:Test', params: 'rest', mode: test },
      {
        api: '@playwright/test:Test.{only,skip,fixme,fail,slow,describe,describe.only,describe.skip,describe.serial,describe.parallel,describe.configure,beforeEach,afterEach,beforeAll,afterAll,step}',
        params: 'rest',
        mode: test,
      },
      { api: '@playwright/test:Test.extend', params: ['0.**'], mode: test },
    ],
  },
  {
    name: 'cypress',
    source: 'https://docs.cypress.io/api/cypress-api/custom-commands',
    callbacks: [
      { api: '{global:Cypress,cypress.Cypress}.Commands.{add,addAll,overwrite}', params: 'rest', mode: test },
      { api: '{global:Cypress,global:cy,cypress.Cypress}.{on,once}', params: 'last', mode: test },
      { api: 'cypress.defineConfig', params: ['0.**.{setupNodeEvents,task}'], mode: test },
    ],
  },
  {
    name: '@cucumber/cucumber',
    source: 'https://github.com/cucumber/cucumber-js/blob/main/docs/support_files/api_reference.md',
    aliases: ['cucumber'],
    callbacks: [
      {
        api: '@cucumber/cucumber.{Given,When,Then,Before,After,BeforeAll,AfterAll,BeforeStep,AfterStep,defineStep}',
        params: 'last',
        mode: test,
      },
    ],
  },
  {
    name: 'sinon',
    source: 'https://sinonjs.org/releases/latest/stubs/',
    aliases: ['proxyquire', 'nock', 'msw', 'testdouble'],
    callbacks: [
      { api: 'sinon.{fake,spy,stub().callsFake,stub().get}', params: 'rest', mode: test },
      { api: 'sinon.{http,rest,graphql}.{get,post,put,patch,delete,all,query,mutation}', params: [1], mode: test },
      { api: 'sinon().{get,post,put,patch,delete,head}().reply', params: 'rest', mode: test },
    ],
  },
  {
    name: 'benchmark',
    source: 'https://benchmarkjs.com/docs',
    aliases: ['tinybench', 'mitata'],
    callbacks: [
      { api: 'benchmark.{Suite.new().add,Bench.new().add,bench,add}', params: 'rest', mode: test },
      { api: 'benchmark.Suite.new().add().{add,on}', params: 'rest', mode: test },
    ],
  },
];
