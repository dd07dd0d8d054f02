-- DMVPN networks in Neovim: put this file into the folder 'plugin' of the configuration.
-- vim.g.dmvpn_command names the command when it is not on the path.

local group = vim.api.nvim_create_augroup('dmvpn', {})

vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  group = group,
  pattern = '*.dmvpn',
  callback = function() vim.bo.filetype = 'dmvpn' end,
})

vim.api.nvim_create_autocmd('FileType', {
  group = group,
  pattern = 'dmvpn',
  callback = function(event)
    vim.bo[event.buf].commentstring = '// %s'
    vim.bo[event.buf].shiftwidth = 2
    vim.bo[event.buf].expandtab = true
    local project = vim.fn.finddir('.git', vim.api.nvim_buf_get_name(event.buf) .. ';')
    local config = {
      name = 'dmvpn',
      cmd = { vim.g.dmvpn_command or 'dmvpn', 'lsp' },
      root_dir = project ~= '' and vim.fn.fnamemodify(project, ':p:h:h')
        or vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ':p:h'),
    }
    if vim.lsp.start then
      vim.lsp.start(config)
    else -- before 0.8
      vim.lsp.buf_attach_client(event.buf, vim.lsp.start_client(config))
    end
  end,
})
