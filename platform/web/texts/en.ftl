web-optional = (frivilligt)
