@echo off
rem Set up what is missing, then check everything. The words given go to tools/bootstrap.py.
setlocal
set "DESK_STARTER=python"
where py >nul 2>nul
if not errorlevel 1 set "DESK_STARTER=py -3"
if not "%DESK_PYTHON%"=="" set "DESK_STARTER="%DESK_PYTHON%""
%DESK_STARTER% "%~dp0tools\bootstrap.py" test %*
exit /b %errorlevel%
