import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  build: { target: ['es2022', 'safari16'], sourcemap: false, chunkSizeWarningLimit: 800 },
  // The messages stand beside ui/, because the server reads the same files.
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  test: { include: ['tests/**/*.test.ts'], reporters: ['dot'] },
});
