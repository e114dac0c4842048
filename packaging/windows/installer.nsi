; Installs for one person, below their own folders, and asks nobody for rights.
; Data is never touched: it lies in %LOCALAPPDATA%\CPD Desktop, the programs in Programs\CPD Desktop.
; Silent: setup.exe /S [/D=C:\where]   and   uninstall.exe /S
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
CRCCheck force

!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "${KINDS}"

!define NAME "CPD Desktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\CPDDesktop"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\CPDDesktop" "Folder"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "LegalCopyright" "MIT License"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\cpd-desktop.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "The programs are removed. Your data stays in $LOCALAPPDATA\CPD Desktop; delete that folder yourself if you want it gone."
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!macro TellKind SUFFIX ID WORDS
  WriteRegStr HKCU "Software\Classes\.${SUFFIX}" "" "${ID}"
  WriteRegStr HKCU "Software\Classes\${ID}" "" "${WORDS}"
  WriteRegStr HKCU "Software\Classes\${ID}\DefaultIcon" "" "$INSTDIR\cpd-desktop.exe,0"
!macroend

!macro OpenKind ID
  WriteRegStr HKCU "Software\Classes\${ID}\shell\open\command" "" '"$INSTDIR\cpd-desktop.exe" "%1"'
!macroend

!macro ForgetKind SUFFIX ID
  DeleteRegKey HKCU "Software\Classes\${ID}"
  ReadRegStr $0 HKCU "Software\Classes\.${SUFFIX}" ""
  ${If} $0 == "${ID}"
    DeleteRegKey HKCU "Software\Classes\.${SUFFIX}"
  ${EndIf}
!macroend

; A program that runs cannot be replaced: half of the old and half of the new would be left.
!macro RequireClosed
  ${If} ${FileExists} "$INSTDIR\cpd-desktop.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\cpd-desktop.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "${NAME} is open. Close it, then start this again. Nothing was changed." /SD IDOK
      SetErrorLevel 1
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section "Programs"
  !insertmacro RequireClosed
  ; What an older version had and this one has not would be loaded all the same.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\cpd-desktop.exe"
  WriteRegStr HKCU "Software\CPDDesktop" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\cpd-desktop.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "CPD Desktop contributors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${UNINSTALL}" "Comments" "Your data stays in $LOCALAPPDATA\CPD Desktop."
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TellKinds
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro RequireClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\cpd-desktop.exe"
  Delete "$INSTDIR\cpd.exe"
  Delete "$INSTDIR\LICENCES.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Not with /r: somebody may have put data into the folder of the programs.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro ForgetKinds
  DeleteRegKey HKCU "Software\CPDDesktop"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DetailPrint "Your data stays in $LOCALAPPDATA\CPD Desktop."
SectionEnd
