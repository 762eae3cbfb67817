import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/App.js';
import { client } from './app/client.js';
import { startTheme } from './app/theme.js';
import { startWords } from './words/start-words.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';

// A part of the former version is asked for after a new one was installed: take the new one as a whole.
window.addEventListener('vite:preloadError', () => location.reload());
startTheme();
startWords();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </ApolloProvider>
  </StrictMode>,
);
