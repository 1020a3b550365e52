export const keepSession = `
  INSERT INTO session (agency, token_hash, device, ends_at) VALUES ($1, $2, $3, $4)`;

export const findSession = "SELECT device, ends_at FROM session WHERE agency = $1 AND token_hash = $2";

export const forgetEnded = "DELETE FROM session WHERE agency = $1 AND ends_at < $2";
