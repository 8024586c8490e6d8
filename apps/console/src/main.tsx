/** Starts the console. */
import 'antd/dist/reset.css';
import './look/kit.css';
import './look/shell.css';
import './look/rooms.css';
import { setUpTexts } from '@bihuan/console-kit';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app';

setUpTexts();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
