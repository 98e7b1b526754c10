waiting-join-offer = No suitable time? Join the waiting list
