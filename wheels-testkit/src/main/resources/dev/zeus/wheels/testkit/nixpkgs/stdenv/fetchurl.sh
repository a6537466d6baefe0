# The builder of `fetchurl`.
export PATH=$hostPath HOME=$NIX_BUILD_TOP
cd "$NIX_BUILD_TOP"
eval "${postHook-}"

curl=(curl --location --max-redirs 20 --retry 3 --disable-epsv --cookie-jar cookies --silent --show-error)
if [ -z "$checksCertificate" ]; then curl+=(--insecure); fi
eval "curl+=($curlOptsList)"
curl+=($curlOpts ${NIX_CURL_FLAGS-})
downloadedFile=$out
if [ -n "$downloadToTemp" ]; then downloadedFile=$NIX_BUILD_TOP/file; fi

set -o noglob
for url in $urls; do
  echo "trying $url"
  if "${curl[@]}" --fail "$url" --output "$downloadedFile"; then
    set +o noglob
    if [ -n "$executable" ]; then chmod +x "$downloadedFile"; fi
    eval "$postFetch"
    exit 0
  fi
done
echo "error: cannot download $name from any mirror" >&2
exit 1
