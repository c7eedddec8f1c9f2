export * from '../../../../../templates/rooms/core/test/support/case.js';
