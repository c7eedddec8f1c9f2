import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from './build.js';

/** A document whose operations each have one of the requirements. */
const document = (schemes: object, ...requirements: readonly (readonly object[])[]) => ({
  paths: Object.fromEntries(
    requirements.map((security, index) => [`/${index}`, { get: { security } }]),
  ),
  components: { securitySchemes: schemes },
});
const oauth = (flows: object) => ({ type: 'oauth2', flows });
const tokenUrl = 'https://id.example.com/token';

const names = {
  tokenUrlEnv: 'PETSTORE_TOKEN_URL',
  idEnv: 'PETSTORE_CLIENT_ID',
  secretEnv: 'PETSTORE_CLIENT_SECRET',
  authEnv: 'PETSTORE_CLIENT_AUTH',
  scopesEnv: 'PETSTORE_SCOPES',
};
const refreshToken = { type: 'refresh_token', refreshTokenEnv: 'PETSTORE_REFRESH_TOKEN' };
const password = {
  type: 'password',
  usernameEnv: 'PETSTORE_USERNAME',
  passwordEnv: 'PETSTORE_PASSWORD',
};

const flows: readonly (readonly [string, flows: object, grants: readonly object[] | undefined])[] =
  [
    [
      'client credentials',
      { clientCredentials: { tokenUrl } },
      [{ type: 'client_credentials', tokenUrl }],
    ],
    [
      'client credentials without a URL',
      { clientCredentials: {} },
      [{ type: 'client_credentials' }],
    ],
    ['authorization code', { authorizationCode: { tokenUrl } }, [{ ...refreshToken, tokenUrl }]],
    [
      'authorization code with a refresh URL',
      { authorizationCode: { tokenUrl, refreshUrl: 'https://id.example.com/refresh#x' } },
      [{ ...refreshToken, tokenUrl: 'https://id.example.com/refresh' }],
    ],
    ['authorization code without a URL', { authorizationCode: {} }, undefined],
    ['password', { password: { tokenUrl: ' token ' } }, [{ ...password, tokenUrl: 'token' }]],
    ['implicit', { implicit: { authorizationUrl: tokenUrl } }, undefined],
    [
      'all of them, in the order in which they are tried',
      {
        implicit: {},
        clientCredentials: { tokenUrl: '/a' },
        password: { tokenUrl: '/b' },
        authorizationCode: { tokenUrl: '/c' },
      },
      [
        { ...refreshToken, tokenUrl: '/c' },
        { ...password, tokenUrl: '/b' },
        { type: 'client_credentials', tokenUrl: '/a' },
      ],
    ],
    ['none', {}, undefined],
    [
      'of a wrong type',
      { clientCredentials: 7, password: null },
      [password, { type: 'client_credentials' }],
    ],
  ];
for (const [name, declared, grants] of flows) {
  test(`OAuth 2 flows: ${name}`, () => {
    const { model, codes } = build(document({ oauth: oauth(declared) }, [{ oauth: [] }]));
    assert.deepEqual(model.securitySchemes['oauth'], {
      type: 'oauth2',
      accessTokenEnv: 'PETSTORE_ACCESS_TOKEN',
      ...(grants && { client: { grants, ...names, scopes: [] } }),
    });
    assert.deepEqual(codes, []);
  });
}

const badUrls = [
  'ftp://id.example.com/token',
  'https://me:secret@id.example.com',
  '//evil.test/token',
  '\\\\evil.test/token',
  'https://{tenant}.example.com/token',
  'https://id.example.com/a b',
  'javascript:alert(1)',
  'https://',
  `https://id.example.com/${'x'.repeat(2000)}`,
];
for (const url of badUrls) {
  test(`a token URL cannot be ${url.slice(0, 50)}`, () => {
    const schemes = {
      oauth: oauth({ clientCredentials: { tokenUrl: url } }),
      openid: { type: 'openIdConnect', openIdConnectUrl: url },
    };
    const { model, codes, findings } = build(document(schemes, [{ oauth: [] }, { openid: [] }]));
    assert.deepEqual(codes, ['MG225', 'MG225']);
    assert.deepEqual(
      findings.map(({ pointer }) => pointer).toSorted(),
      ['oauth/flows/clientCredentials/tokenUrl', 'openid/openIdConnectUrl'].map(
        (place) => `/components/securitySchemes/${place}`,
      ),
    );
    assert.doesNotMatch(JSON.stringify(model.securitySchemes), /https?:|evil|secret@/);
    assert.deepEqual(model.credentialOrigins, ['https://api.example.com']);
  });
}

test('OpenID Connect finds its token URL by discovery', () => {
  const discoveryUrl = 'https://id.example.com/.well-known/openid-configuration';
  const schemes = { openid: { type: 'openIdConnect', openIdConnectUrl: discoveryUrl } };
  const { model } = build(document(schemes, [{ openid: ['email'] }]));
  assert.deepEqual(model.securitySchemes['openid'], {
    type: 'oauth2',
    accessTokenEnv: 'PETSTORE_ACCESS_TOKEN',
    client: {
      grants: [refreshToken, { type: 'client_credentials' }],
      discoveryUrl,
      ...names,
      scopes: ['email'],
    },
  });
  assert.deepEqual(model.credentialOrigins, ['https://api.example.com', 'https://id.example.com']);
});

test('the scopes are those that the used operations ask for', () => {
  const schemes = {
    oauth: oauth({ clientCredentials: { tokenUrl, scopes: { unused: 'x' } } }),
    key: { type: 'apiKey', in: 'query', name: 'k' },
  };
  const { model } = build(
    {
      ...document(
        schemes,
        [{ oauth: ['write', 'read'] }],
        [{ key: [] }, { oauth: ['read', 'a b', '', 7, '"', 'späť', 'https://x/auth?y'] }],
      ),
      security: [{ oauth: ['of the root, which nobody uses'] }, { oauth: ['root'] }],
    },
    {},
  );
  const scheme = model.securitySchemes['oauth'];
  assert.deepEqual(scheme?.type === 'oauth2' && scheme.client?.scopes, [
    'https://x/auth?y',
    'read',
    'write',
  ]);
});

test('token URLs are origins that get credentials, if their scheme is used', () => {
  const origins = (url: string, requirement: object) =>
    build({
      ...document(
        {
          oauth: oauth({ clientCredentials: { tokenUrl: url } }),
          bearer: { type: 'http', scheme: 'bearer' },
        },
        [requirement],
      ),
      servers: [
        {
          url: 'https://{region}.example.com/v1',
          variables: { region: { default: 'eu', enum: ['eu', 'us'] } },
        },
      ],
    }).model.credentialOrigins;
  const api = ['https://eu.example.com', 'https://us.example.com'];
  assert.deepEqual(origins('https://ID.example.com:443/token', { oauth: [] }), [
    'https://eu.example.com',
    'https://id.example.com',
    'https://us.example.com',
  ]);
  assert.deepEqual(origins('/token', { oauth: [] }), api);
  assert.deepEqual(origins('https://id.example.com/token', { bearer: [] }), api);
});

test('every variable of a scheme is listed, and says where it goes', () => {
  const schemes = {
    oauth: oauth({
      clientCredentials: { tokenUrl },
      authorizationCode: { tokenUrl },
      password: { tokenUrl },
    }),
    tls: { type: 'mutualTLS' },
  };
  const { model } = build(document(schemes, [{ oauth: ['read'], tls: [] }]));
  const listed = model.environment.map(({ name, description, secret, required, default: preset }) =>
    [name, description, ...(secret ? ['secret'] : []), ...(required ? ['required'] : []), preset]
      .filter((part) => part !== undefined)
      .join(' | '),
  );
  const scheme = '(security scheme "oauth").';
  assert.deepEqual(listed, [
    'API_BASE_URL | Base URL of the API. | https://api.example.com/v1',
    'API_CLIENT_CERT_FILE | PEM file for TLS with a client certificate (security scheme "tls"). | required',
    'API_CLIENT_KEY_FILE | PEM file for TLS with a client certificate (security scheme "tls"). | required',
    `PETSTORE_ACCESS_TOKEN | Access token made elsewhere, sent as a bearer token; with it, none is asked for ${scheme} | secret`,
    `PETSTORE_CLIENT_AUTH | Where the token URL takes id and secret: header, body, or auto for either ${scheme} | auto`,
    `PETSTORE_CLIENT_ID | Client id, sent to the token URL ${scheme} | required`,
    `PETSTORE_CLIENT_SECRET | Client secret, sent to the token URL ${scheme} | secret | required`,
    `PETSTORE_PASSWORD | Password, sent to the token URL ${scheme} | secret`,
    `PETSTORE_REFRESH_TOKEN | Refresh token, sent to the token URL with the client id ${scheme} | secret`,
    `PETSTORE_SCOPES | Scopes to ask for, separated by spaces ${scheme} | read`,
    `PETSTORE_TOKEN_URL | URL that access tokens come from ${scheme} | ${tokenUrl}`,
    `PETSTORE_USERNAME | User name, sent to the token URL ${scheme}`,
  ]);
});

test('of a scheme that makes no tokens by itself, the access token is required', () => {
  const { model } = build(
    document({ oauth: oauth({ authorizationCode: { tokenUrl } }) }, [{ oauth: [] }]),
  );
  const required = model.environment.filter((variable) => variable.required);
  assert.deepEqual(
    required.map(({ name }) => name),
    ['PETSTORE_ACCESS_TOKEN'],
  );
});

test('the variables of several schemes have names of their own, which stay', () => {
  const schemes = {
    appToken: oauth({ clientCredentials: { tokenUrl } }),
    'user:password': oauth({ password: { tokenUrl } }),
    user: { type: 'http', scheme: 'basic' },
  };
  const requirement = [{ appToken: [], 'user:password': [], user: [] }];
  const first = build(document(schemes, requirement)).model;
  assert.deepEqual(first.pins.environment, {
    'scheme:appToken': 'PETSTORE_APP_TOKEN',
    'scheme:appToken:client_auth': 'PETSTORE_APP_TOKEN_CLIENT_AUTH',
    'scheme:appToken:client_id': 'PETSTORE_APP_TOKEN_CLIENT_ID',
    'scheme:appToken:client_secret': 'PETSTORE_APP_TOKEN_CLIENT_SECRET',
    'scheme:appToken:scopes': 'PETSTORE_APP_TOKEN_SCOPES',
    'scheme:appToken:token_url': 'PETSTORE_APP_TOKEN_URL',
    'scheme:user': 'PETSTORE_USER_USERNAME',
    'scheme:user%3Apassword': 'PETSTORE_USER_PASSWORD_ACCESS_TOKEN',
    'scheme:user%3Apassword:client_auth': 'PETSTORE_USER_PASSWORD_CLIENT_AUTH',
    'scheme:user%3Apassword:client_id': 'PETSTORE_USER_PASSWORD_CLIENT_ID',
    'scheme:user%3Apassword:client_secret': 'PETSTORE_USER_PASSWORD_CLIENT_SECRET',
    'scheme:user%3Apassword:password': 'PETSTORE_USER_PASSWORD_2',
    'scheme:user%3Apassword:scopes': 'PETSTORE_USER_PASSWORD_SCOPES',
    'scheme:user%3Apassword:token_url': 'PETSTORE_USER_PASSWORD_TOKEN_URL',
    'scheme:user%3Apassword:username': 'PETSTORE_USER_PASSWORD_USERNAME',
    'scheme:user:password': 'PETSTORE_USER_PASSWORD',
  });
  const alone = build(document(schemes, [{ appToken: [] }]), { pins: first.pins }).model;
  const kept = Object.entries(first.pins.environment).filter(([subject]) =>
    subject.startsWith('scheme:appToken'),
  );
  assert.deepEqual(alone.pins.environment, Object.fromEntries(kept));
});

test('a server called "api" keeps clear of the variables of every project', () => {
  const schemes = {
    oauth: oauth({ clientCredentials: { tokenUrl } }),
    clientKey: { type: 'apiKey', in: 'header', name: 'X-Client-Key' },
    headerKey: { type: 'apiKey', in: 'header', name: 'X-Key' },
    caKey: { type: 'apiKey', in: 'header', name: 'X-Ca' },
  };
  const { model } = build(
    document(schemes, [{ oauth: [], clientKey: [], headerKey: [], caKey: [] }]),
    {
      name: 'api',
    },
  );
  assert.deepEqual(Object.values(model.pins.environment).toSorted(), [
    'API_ACCESS_TOKEN',
    'API_CLIENT_AUTH',
    'API_CLIENT_ID',
    'API_CLIENT_SECRET',
    'API_SCOPES',
    'API_TOKEN_URL',
    'UPSTREAM_API_CA_KEY',
    'UPSTREAM_API_CLIENT_KEY',
    'UPSTREAM_API_HEADER_KEY',
  ]);
});

test('what no variable can hold is reported with what to do', () => {
  const { findings, model } = build(
    document({ digest: { type: 'http', scheme: 'Digest' } }, [{ digest: [] }]),
  );
  assert.deepEqual(model.securitySchemes['digest'], { type: 'unsupported', scheme: 'HTTP Digest' });
  assert.match(findings[0]?.message ?? '', /"digest" \(HTTP Digest\) cannot be applied/);
  assert.match(findings[0]?.help ?? '', /beforeRequest hook of src\/custom\/index.ts/);
});
