/**
 * A certificate that nobody has to trust, signed by itself, for `localhost`, until 2126:
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 * -addext subjectAltName=DNS:localhost`
 */
export const selfSigned = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/ahDxqQPiddUcgKF
Yqvb9NgrROTw9GkkxJKxBwo0uMahRANCAAS71CA7TJg1CNLFI4BjHX+ICTGBWFC2
gEIUTK2GDLcyWjZ60CdquqnmYyxRVBijVkEwoM99U4U9vEhb86AogKDa
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBljCCATugAwIBAgIUMI3FS44vZh7Sz6vEbm4rcXcjFJAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNzE2NTUxN1oYDzIxMjYxMTAz
MTY1NTE3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS71CA7TJg1CNLFI4BjHX+ICTGBWFC2gEIUTK2GDLcyWjZ60Cdquqnm
YyxRVBijVkEwoM99U4U9vEhb86AogKDao2kwZzAdBgNVHQ4EFgQUZzAUI420UMPl
GTEAw+J6eNcwIQwwHwYDVR0jBBgwFoAUZzAUI420UMPlGTEAw+J6eNcwIQwwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SQAwRgIhALx+ONSKz7pRlWLP9q+yMl2evDYkFmxi6dm29EmP6kOyAiEApBygVVbd
NLDa0/nJcH3okY2NaHykZxA+V1N++5RAXWk=
-----END CERTIFICATE-----`,
} as const;
