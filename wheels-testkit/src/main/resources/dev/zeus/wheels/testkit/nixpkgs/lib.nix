# The part of nixpkgs' library that Python packages and overlays use; same names, same meaning.
let
  lib = {
    inherit (builtins)
      all
      any
      attrNames
      attrValues
      catAttrs
      concatLists
      concatMap
      concatStringsSep
      elem
      elemAt
      filter
      foldl'
      genList
      groupBy
      hasAttr
      head
      intersectAttrs
      isAttrs
      isBool
      isFunction
      isList
      isString
      length
      listToAttrs
      mapAttrs
      match
      removeAttrs
      replaceStrings
      splitVersion
      stringLength
      substring
      tail
      toJSON
      zipAttrsWith
      ;

    id = x: x;
    const = x: _: x;
    flip =
      f: a: b:
      f b a;
    pipe = builtins.foldl' (x: f: f x);
    warn = message: builtins.trace "evaluation warning: ${message}";
    warnIf = condition: message: if condition then lib.warn message else lib.id;

    # Lists
    optional = condition: x: if condition then [ x ] else [ ];
    optionals = condition: xs: if condition then xs else [ ];
    flatten = x: if builtins.isList x then builtins.concatMap lib.flatten x else [ x ];
    last = xs: builtins.elemAt xs (builtins.length xs - 1);
    toList = x: if builtins.isList x then x else [ x ];
    unique = builtins.foldl' (seen: x: if builtins.elem x seen then seen else seen ++ [ x ]) [ ];
    subtractLists = xs: builtins.filter (x: !builtins.elem x xs);
    intersectLists = xs: builtins.filter (x: builtins.elem x xs);
    findFirst =
      predicate: default: xs:
      let
        found = builtins.filter predicate xs;
      in
      if found == [ ] then default else builtins.head found;
    range = from: to: builtins.genList (n: from + n) (if to < from then 0 else to - from + 1);
    sort = builtins.sort;
    foldr =
      f: end: xs:
      let
        from = n: if n == builtins.length xs then end else f (builtins.elemAt xs n) (from (n + 1));
      in
      from 0;
    naturalSort = builtins.sort builtins.lessThan;
    imap0 = f: xs: builtins.genList (n: f n (builtins.elemAt xs n)) (builtins.length xs);

    # Sets
    optionalAttrs = condition: set: if condition then set else { };
    nameValuePair = name: value: { inherit name value; };
    genAttrs = names: f: builtins.listToAttrs (map (name: lib.nameValuePair name (f name)) names);
    getAttrs = names: set: lib.genAttrs names (name: set.${name});
    filterAttrs =
      predicate: set:
      builtins.removeAttrs set (
        builtins.filter (name: !predicate name set.${name}) (builtins.attrNames set)
      );
    mapAttrs' = f: set: builtins.listToAttrs (lib.mapAttrsToList f set);
    mapAttrsToList = f: set: map (name: f name set.${name}) (builtins.attrNames set);
    concatMapAttrs = f: set: lib.mergeAttrsList (lib.mapAttrsToList f set);
    mergeAttrsList = builtins.foldl' (a: b: a // b) { };
    attrByPath =
      path: default: set:
      if path == [ ] then
        set
      else if builtins.isAttrs set && set ? ${builtins.head path} then
        lib.attrByPath (builtins.tail path) default set.${builtins.head path}
      else
        default;
    isDerivation = value: value.type or null == "derivation";
    recurseIntoAttrs = set: set // { recurseForDerivations = true; };

    # Strings
    boolToString = value: if value then "true" else "false";
    optionalString = condition: text: if condition then text else "";
    concatStrings = builtins.concatStringsSep "";
    concatMapStrings = f: xs: lib.concatStrings (map f xs);
    concatMapStringsSep =
      separator: f: xs:
      builtins.concatStringsSep separator (map f xs);
    concatLines = lib.concatMapStrings (line: line + "\n");
    hasPrefix = prefix: text: builtins.substring 0 (builtins.stringLength prefix) text == prefix;
    hasSuffix =
      suffix: text:
      let
        start = builtins.stringLength text - builtins.stringLength suffix;
      in
      start >= 0 && builtins.substring start (-1) text == suffix;
    hasInfix = infix: text: builtins.replaceStrings [ infix ] [ "" ] text != text;
    removePrefix =
      prefix: text:
      if lib.hasPrefix prefix text then
        builtins.substring (builtins.stringLength prefix) (-1) text
      else
        text;
    removeSuffix =
      suffix: text:
      if lib.hasSuffix suffix text then
        builtins.substring 0 (builtins.stringLength text - builtins.stringLength suffix) text
      else
        text;
    splitString =
      separator: text:
      builtins.filter builtins.isString (builtins.split (lib.escapeRegex separator) text);
    escapeRegex =
      let
        special = [
          "\\"
          "["
          "{"
          "("
          ")"
          "^"
          "$"
          "?"
          "*"
          "+"
          "|"
          "."
        ];
      in
      builtins.replaceStrings special (map (c: "\\${c}") special);
    upperChars = lib.splitChars "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    lowerChars = lib.splitChars "abcdefghijklmnopqrstuvwxyz";
    splitChars = text: builtins.genList (n: builtins.substring n 1 text) (builtins.stringLength text);
    toLower = builtins.replaceStrings lib.upperChars lib.lowerChars;
    toUpper = builtins.replaceStrings lib.lowerChars lib.upperChars;
    escapeShellArg = x: "'${builtins.replaceStrings [ "'" ] [ "'\\''" ] (toString x)}'";
    escapeShellArgs = lib.concatMapStringsSep " " lib.escapeShellArg;
    versionOlder = a: b: builtins.compareVersions b a == 1;
    versionAtLeast = a: b: !lib.versionOlder a b;
    versions = {
      major = version: builtins.elemAt (builtins.splitVersion version) 0;
      minor = version: builtins.elemAt (builtins.splitVersion version) 1;
      majorMinor = version: builtins.concatStringsSep "." (lib.take 2 (builtins.splitVersion version));
    };
    drop =
      count: xs:
      let
        left = builtins.length xs - count;
      in
      builtins.genList (n: builtins.elemAt xs (n + count)) (if left > 0 then left else 0);
    take =
      count: xs:
      builtins.genList (builtins.elemAt xs) (
        if count < builtins.length xs then count else builtins.length xs
      );
    getName = x: x.pname or (builtins.parseDrvName x.name).name;
    getVersion = x: x.version or (builtins.parseDrvName x.name).version;
    makeSearchPath = sub: paths: builtins.concatStringsSep ":" (map (path: "${path}/${sub}") paths);
    makeLibraryPath = lib.makeSearchPath "lib";
    makeBinPath = lib.makeSearchPath "bin";

    isStringLike = value: builtins.isString value || builtins.isPath value || value ? outPath || value ? __toString;

    # Fixpoints
    fix =
      f:
      let
        x = f x;
      in
      x;
    extends =
      overlay: f: final:
      let
        prev = f final;
      in
      prev // overlay final prev;
    composeExtensions =
      f: g: final: prev:
      let
        first = f final prev;
      in
      first // g final (prev // first);
    composeManyExtensions = builtins.foldl' lib.composeExtensions (_: _: { });
    makeExtensible =
      f: lib.fix (self: f self // { extend = overlay: lib.makeExtensible (lib.extends overlay f); });

    asserts.assertMsg = condition: message: condition || throw message;
    throwIf = condition: message: if condition then throw message else lib.id;
    throwIfNot = condition: lib.throwIf (!condition);

    # Functions whose arguments can be replaced afterwards
    functionArgs = lib.argsOf;
    setFunctionArgs = f: args: {
      __functor = _: f;
      __functionArgs = args;
    };
    mirrorFunctionArgs = f: g: lib.setFunctionArgs g (lib.argsOf f);
    argsOf = f: if f ? __functor then f.__functionArgs or { } else builtins.functionArgs f;
    makeOverridable =
      f: args:
      let
        result = f args;
        overrideWith = new: args // (if builtins.isFunction new then new args else new);
      in
      if builtins.isAttrs result then
        result
        // {
          override = new: lib.makeOverridable f (overrideWith new);
          overridePythonAttrs =
            result.overridePythonAttrs or (throw "this is no Python package: it has no overridePythonAttrs");
        }
        // lib.optionalAttrs (result ? overrideAttrs) {
          overrideAttrs =
            new: lib.makeOverridable (lib.mirrorFunctionArgs f (args: (f args).overrideAttrs new)) args;
        }
        // lib.optionalAttrs (result ? overridePythonAttrs) {
          overridePythonAttrs =
            new: lib.makeOverridable (lib.mirrorFunctionArgs f (args: (f args).overridePythonAttrs new)) args;
        }
      else
        result;
    callPackageWith =
      scope: fileOrFunction: args:
      let
        f =
          if builtins.isFunction fileOrFunction || fileOrFunction ? __functor then
            fileOrFunction
          else
            import fileOrFunction;
        wanted = lib.argsOf f;
        given = builtins.intersectAttrs wanted scope // args;
        missing = builtins.filter (name: !wanted.${name} && !given ? ${name}) (builtins.attrNames wanted);
      in
      if missing == [ ] then
        lib.makeOverridable f given
      else
        throw "callPackage: no value for the argument ${builtins.concatStringsSep ", " missing}";
    makeScope =
      newScope: f:
      let
        self = f self // {
          newScope = scope: newScope (self // scope);
          callPackage = self.newScope { };
          overrideScope = overlay: lib.makeScope newScope (lib.extends overlay f);
          packages = f;
        };
      in
      self;

    fileset = import ./fileset.nix lib;

    # Derivations
    getOutput = output: x: x.${output} or x.out or x;
    getLib = lib.getOutput "lib";
    getDev = lib.getOutput "dev";
    getBin = lib.getOutput "bin";
    getExe = x: "${x}/bin/${x.meta.mainProgram or (lib.getName x)}";
    getExe' = x: program: "${x}/bin/${program}";
    extendDerivation =
      condition: passthru: drv:
      drv
      // {
        drvPath =
          assert condition;
          drv.drvPath;
        outPath =
          assert condition;
          drv.outPath;
      }
      // passthru;
    fakeHash = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    platforms = {
      linux = [
        "aarch64-linux"
        "x86_64-linux"
      ];
      darwin = [
        "aarch64-darwin"
        "x86_64-darwin"
      ];
      unix = lib.platforms.linux ++ lib.platforms.darwin;
      all = lib.platforms.unix;
    };
    maintainers = { };
    sourceTypes = {
      fromSource = {
        shortName = "fromSource";
        isSource = true;
      };
      binaryNativeCode = {
        shortName = "binaryNativeCode";
        isSource = false;
      };
    };
    # Each says of itself whether it is free; the operators make expressions of them, which are asked with `isFree`.
    licenses =
      builtins.mapAttrs
        (shortName: spdxId: {
          inherit shortName spdxId;
          fullName = spdxId;
          licenseType = "simple";
          free = shortName != "cc-by-nc-40";
          redistributable = true;
          deprecated = false;
        })
        {
          agpl3Only = "AGPL-3.0-only";
          asl20 = "Apache-2.0";
          bsd0 = "0BSD";
          bsd2 = "BSD-2-Clause";
          bsd3 = "BSD-3-Clause";
          cc-by-nc-40 = "CC-BY-NC-4.0";
          cc0 = "CC0-1.0";
          gpl2Plus = "GPL-2.0-or-later";
          gpl3Only = "GPL-3.0-only";
          gpl3Plus = "GPL-3.0-or-later";
          hpnd = "HPND";
          isc = "ISC";
          lgpl21Plus = "LGPL-2.1-or-later";
          lgpl3Only = "LGPL-3.0-only";
          lgpl3Plus = "LGPL-3.0-or-later";
          mit = "MIT";
          mpl20 = "MPL-2.0";
          # Not PSF-2.0, which is only a part of it.
          psfl = "Python-2.0";
          unlicense = "Unlicense";
          zlib = "Zlib";
        }
      // {
        OR = licenses: {
          licenseType = "compound";
          operator = "OR";
          inherit licenses;
        };
        AND = licenses: {
          licenseType = "compound";
          operator = "AND";
          inherit licenses;
        };
        isFree =
          license:
          if license.licenseType == "simple" then
            license.free
          else
            (if license.operator == "OR" then builtins.any else builtins.all) lib.licenses.isFree license.licenses;
      };
    getLicenseFromSpdxId =
      id:
      lib.getLicenseFromSpdxIdOr id (
        lib.warn "getLicenseFromSpdxId: No license matches the given SPDX ID: ${id}" { shortName = id; }
      );
    getLicenseFromSpdxIdOr =
      let
        known = lib.mapAttrs' (_: license: lib.nameValuePair (lib.toLower license.spdxId) license) (
          lib.filterAttrs (_: license: license ? spdxId) lib.licenses
        );
      in
      id: default: known.${lib.toLower id} or default;
  }
  // import ./lib/modules.nix { inherit lib; };
in
lib
