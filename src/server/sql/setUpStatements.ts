/** Before there is an agency: none of these is laid out by agency, and each is said once. */

export const keepSecret = "INSERT INTO relay_secret (name, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING";

export const findSecret = "SELECT secret FROM relay_secret WHERE name = $1";

export const isSetUp = "SELECT 1 FROM setup_link WHERE used_by IS NOT NULL LIMIT 1";

export const keepLink = "INSERT INTO setup_link (secret_hash, made_at) VALUES ($1, $2)";

/** The same agency may use it again: the answer to its first try may have been lost. */
export const claimLink = `
  UPDATE setup_link SET used_by = $2 WHERE secret_hash = $1 AND (used_by IS NULL OR used_by = $2)
  RETURNING secret_hash`;

export const releaseLink = "UPDATE setup_link SET used_by = NULL WHERE secret_hash = $1 AND used_by = $2";

/** What earlier starts printed. */
export const forgetLinks = "DELETE FROM setup_link WHERE used_by IS NULL";
