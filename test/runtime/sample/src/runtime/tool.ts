export * from '../../../../../templates/rooms/core/src/runtime/tool.js';
