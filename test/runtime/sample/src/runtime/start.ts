export * from '../../../../../templates/rooms/core/src/runtime/start.js';
