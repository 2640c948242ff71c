/** The page on which a person logs in. */
export const LOGIN = `.view.login { display: block; max-width: 480px; padding-top: 8vh; } .login h1 { margin-bottom: 16px; } .login form { display: grid; gap: 16px; margin-bottom: 20px; } .login .field { display: grid; gap: 4px; } .login label { font-weight: 700; }
.login .field input { width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: 8px; } .login input[readonly] { background: var(--shade); }
.login .check { display: flex; align-items: center; gap: 10px; } .login .check label { font-weight: 400; padding: 10px 0; flex: 1; } .login [type="checkbox"] { width: 24px; height: 24px; margin: 0; accent-color: var(--act); }
.login .wrong { margin-bottom: 16px; padding: 10px 14px; border-radius: 8px; background: var(--bad-g); color: var(--bad); font-weight: 700; } .login code { white-space: nowrap; } footer form { margin: 12px 0; }
@media (max-width: 599px) { body:has(.view.login) { padding: 0; } body:has(.view.login) nav { position: static; height: 48px; padding: 0 12px; border: 0; border-bottom: 1px solid var(--line); } body:has(.view.login) nav strong { display: block; } .view.login { padding-top: 16px; } .login .btn { width: 100%; } }
`;
