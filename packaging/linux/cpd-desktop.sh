#!/bin/sh
# Starts CPD Desktop from where it was unpacked. Its data lies beside it, in the folder "data";
# CPD_DATA or --data name another place, and bundle/cpd-desktop uses the place of this system.
# The command without a window: cpd-desktop.sh --cpd event list
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
program=cpd-desktop
if [ "${1-}" = --cpd ]; then
    program=cpd
    shift
fi
CPD_DATA=${CPD_DATA:-$here/data} exec "$here/bundle/$program" "$@"
