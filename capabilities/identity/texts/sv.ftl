identity-menu-accounts = Konton
