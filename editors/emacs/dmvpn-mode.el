;;; dmvpn-mode.el --- DMVPN networks in Emacs  -*- lexical-binding: t; -*-

;;; Commentary:

;; A mode for .dmvpn files.  M-x eglot in such a buffer starts the language server.
;; `dmvpn-command' names the command when it is not on the path.

;;; Code:

(defgroup dmvpn nil "DMVPN networks." :group 'languages)

(defcustom dmvpn-command "dmvpn"
  "The command dmvpn, with its folder when it is not on the path."
  :type 'string)

(defvar dmvpn-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?/ ". 124b" table)
    (modify-syntax-entry ?* ". 23" table)
    (modify-syntax-entry ?\n "> b" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?- "_" table)
    (modify-syntax-entry ?_ "_" table)
    table)
  "Comments are // to the end of the line and /* to */.")

(defvar dmvpn-font-lock-keywords
  '(("^\\s-*\\([a-z][a-z0-9-]*\\)" 1 font-lock-keyword-face)
    ("^\\s-*\\(?:network\\|transport\\|crypto\\|cloud\\|hub\\|spoke\\|router\\|host\\|fragment\\|policy\\|scenario\\)\\s-+\\([A-Za-z_][A-Za-z0-9_-]*\\)"
     1 font-lock-function-name-face)
    ("\\_<[0-9:][0-9A-Za-z.:/{}+%-]*" . font-lock-constant-face))
  "What is coloured without the server.")

;;;###autoload
(define-derived-mode dmvpn-mode prog-mode "DMVPN"
  "Major mode for DMVPN networks."
  (setq-local comment-start "// ")
  (setq-local comment-end "")
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2)
  (setq-local font-lock-defaults '(dmvpn-font-lock-keywords)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.dmvpn\\'" . dmvpn-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               `(dmvpn-mode . ,(lambda (&rest _) (list dmvpn-command "lsp")))))

(provide 'dmvpn-mode)
;;; dmvpn-mode.el ends here
