waiting-join-offer = ¿Ninguna hora le viene bien? Apúntese a la lista de espera
